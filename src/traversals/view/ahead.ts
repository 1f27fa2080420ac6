/**
 * The same portions, each asked for while the one before it is worked on. What is asked for in vain at the end is left
 * to itself.
 */
export async function* ahead<Portion>(portions: AsyncGenerator<Portion>): AsyncGenerator<Portion> {
  const ask = () => {
    const next = portions.next();
    // A failure is met when the portion is waited for, or by nobody.
    next.catch(() => undefined);
    return next;
  };
  let next = ask();
  for (;;) {
    const portion = await next;
    if (portion.done === true) return;
    next = ask();
    yield portion.value;
  }
}
