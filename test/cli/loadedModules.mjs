/*
 * Loaded before a program, tells on standard error, when that ends, how many modules of OpenTelemetry it has loaded; not
 * counting the bare interfaces, which the library of the metrics brings along.
 */
import { Module } from 'node:module';

process.on('exit', () => {
  const loaded = Object.keys(Module._cache).filter((file) => /\/@opentelemetry\/(?!api\/)/.test(file));
  process.stderr.write(`modules of OpenTelemetry: ${loaded.length}\n`);
});
