const DAY = /^-?\d{4,}-\d\d-\d\d/;
const YEAR_IS_OPEN = /^XXXX-/;

/** A time as a sentence says it: "on 2016-11-05", "in 2016", "from 2014 to 2016", "from 2014 on", "until 2011". */
export function atTime(edtf: string): string {
  const [from = '', to] = edtf.split('/');
  if (to === undefined) return single(edtf);
  if (from === '..') return to === '..' ? 'at all times' : to === '' ? 'until an unknown day' : `until ${to}`;
  const begin = from === '' ? 'from an unknown day' : `from ${from}`;
  if (to === '..') return `${begin} on`;
  return `${begin} to ${to === '' ? 'an unknown day' : to}`;
}

/** A list as a sentence has it: "a", "a or b", "a, b or c". */
export function listed(words: readonly string[], conjunction: 'and' | 'or'): string {
  const [last = '', ...others] = [...words].reverse();
  return others.length === 0 ? last : `${others.reverse().join(', ')} ${conjunction} ${last}`;
}

function single(edtf: string): string {
  if (YEAR_IS_OPEN.test(edtf)) return `in an unknown year (${edtf})`;
  return DAY.test(edtf) ? `on ${edtf}` : `in ${edtf}`;
}
