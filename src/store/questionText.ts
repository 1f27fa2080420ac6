/** A text that is the same for equal questions alone, whatever they are made of; but no field of theirs has an empty name. */
export function questionText(question: unknown): string {
  const text = JSON.stringify(question);
  // JSON writes both infinities as null, and two open periods would be taken for one.
  return text.includes('null') ? JSON.stringify(question, withInfinities) : text;
}

function withInfinities(_name: string, value: unknown): unknown {
  return value === Infinity || value === -Infinity ? { '': String(value) } : value;
}
