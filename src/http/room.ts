import type { Gate } from './gate.js';
import type { Metrics } from './metrics.js';
import type { Places } from './subscriptions/places.js';
import type { WebSockets } from './subscriptions/webSockets.js';

/** Shows how much room is taken. */
export function watchRoom(
  metrics: Metrics,
  { gate, places, webSockets }: { gate: Gate; places: Places; webSockets: WebSockets },
): void {
  metrics.watch('confrere_requests_active', 'Requests that are worked on.', () => gate.active);
  metrics.watch('confrere_requests_waiting', 'Requests that wait for their turn.', () => gate.waiting);
  metrics.watch('confrere_subscriptions', 'Subscriptions that are open.', () => places.taken);
  metrics.watch('confrere_websockets', 'WebSockets that are open.', () => webSockets.open);
}
