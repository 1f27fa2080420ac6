"""Asks a service with gql, as it is when nothing but the address is set: a line of JSON for each question and each answer."""

import json
import sys

from gql import Client, GraphQLRequest
from gql.transport.exceptions import TransportQueryError
from gql.transport.requests import RequestsHTTPTransport

client = Client(transport=RequestsHTTPTransport(url=sys.argv[1]))
for line in sys.stdin:
    asked = json.loads(line)
    try:
        answer = {"data": client.execute(GraphQLRequest(asked["query"], variable_values=asked["variables"]))}
    except TransportQueryError as error:
        answer = {"codes": [each["extensions"]["code"] for each in error.errors]}
    except Exception as error:  # Whatever else gql throws is for the test to see.
        answer = {"failed": repr(error)}
    print(json.dumps(answer), flush=True)
