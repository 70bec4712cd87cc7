// Tests use real databases and whole backends, which can be slow on a busy
// machine. Performance is measured by benchmarks instead.
jest.setTimeout(60_000);
