/* global React, ReactDOM, GraphiQL */

const examples = await (await fetch('/explorer/examples.json')).json();
const fetcher = GraphiQL.createFetcher({ url: '/graphql' });
const select = document.getElementById('examples');
const root = ReactDOM.createRoot(document.getElementById('explorer'));

for (const [index, example] of examples.entries()) {
  select.add(new Option(example.title, String(index)));
}

/** Shows an example in the editor; the key makes the editor start anew with it. */
function show(index) {
  const { query } = examples[index];
  root.render(
    React.createElement(GraphiQL, {
      key: index,
      fetcher,
      query,
      // Nothing is kept in the browser: what one reader asked must not meet the next one at the same desk.
      storage: {
        getItem: () => null,
        setItem: () => undefined,
        removeItem: () => undefined,
        clear: () => undefined,
        length: 0,
      },
      shouldPersistHeaders: false,
    }),
  );
}

select.addEventListener('change', () => show(Number(select.value)));
show(0);
