// Tests wait for databases and whole portals, which takes long on a busy
// machine. How fast something is, benchmarks say.
jest.setTimeout(60_000);
