/** A bundle that shares nothing with those of other runs, with so many facts. */
export function trainingsBundle(run: number, facts: number): string {
  const doctor = (index: number) => `doctor/d-${run}-${index}`;
  return JSON.stringify({
    source: { key: `source/s-${run}`, title: `Run ${run}` },
    entities: Array.from({ length: 100 }, (_, index) => ({
      kind: 'Doctor',
      key: doctor(index),
      names: [`Doctor ${index}`],
      cites: [{ paragraph: 1 }],
    })),
    facts: Array.from({ length: facts }, (_, index) => ({
      kind: 'Training',
      key: `training/t-${run}-${index}`,
      statement: `The doctor with number ${index} teaches another one.`,
      trainers: [doctor(index % 100)],
      trainees: [doctor((index + 1) % 100), { group: 'hundreds of doctors' }],
      time: '2016-11',
      cites: [{ paragraph: 1 + (index % 90) }],
    })),
  });
}
