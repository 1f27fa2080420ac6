/*
 * Loaded before a program, tells on standard error, when that ends, how many modules it has loaded of OpenTelemetry, not
 * counting the bare interfaces, which the library of the metrics brings along, and of the client of Redis.
 */
import { Module } from 'node:module';

process.on('exit', () => {
  const loaded = (pattern) => Object.keys(Module._cache).filter((file) => pattern.test(file)).length;
  process.stderr.write(`modules of OpenTelemetry: ${loaded(/\/@opentelemetry\/(?!api\/)/)}\n`);
  process.stderr.write(`modules of the client of Redis: ${loaded(/\/@redis\/client\//)}\n`);
});
