import { Benchmark } from './Benchmark';
import { accuracy } from './benches/accuracy';
import { card } from './benches/card';
import { catalogScan } from './benches/catalog-scan';
import { forecast } from './benches/forecast';
import { ingest } from './benches/ingest';
import { memory } from './benches/memory';
import { read } from './benches/read';
import { silence } from './benches/silence';
import { space } from './benches/space';
import { uptime } from './benches/uptime';

/** Every benchmark by its name, which is also the name of its file. */
export const benchmarks: Record<string, Benchmark> = {
  accuracy,
  card,
  'catalog-scan': catalogScan,
  forecast,
  ingest,
  memory,
  read,
  silence,
  space,
  uptime,
};
