import type { View } from './view.js';

/**
 * What a question works out of a view, from memory where somebody has asked the same from the same standpoint. The name and
 * what was asked must tell all that the answer hangs on beside the view, and the answer must be plain data. Failures are not
 * remembered.
 */
export async function workedOut<Asked, Answer extends object>(
  view: View,
  name: string,
  asked: Asked,
  work: (view: View, asked: Asked) => Promise<Answer>,
): Promise<Answer> {
  const { store, knownIn, withoutSources, identity, strict } = view;
  if (store.workedOut === undefined) return await work(view, asked);
  const question = [name, asked, withoutSources, identity];
  const known = { changeset: knownIn, store: strict.ofStore };
  const { answer, met } = await store.workedOut(known, question, async () => {
    const noting = view.noting();
    return { answer: await work(noting, asked), met: noting.leaning.canonicals };
  });
  view.leaning?.meet(met);
  return answer;
}
