import { DatabaseName } from '../figure';
import { takeBatches } from '../load/batches';
import { codeVerse, redHatAtBest } from '../systems/peers';
import { peerTables } from './peerTables';

const batches = takeBatches(50, { people: 5, now: 1e12, seed: 1 });
const peers = [redHatAtBest('anywhere'), codeVerse('anywhere')];
const names: DatabaseName[] = ['SQLite', 'PostgreSQL'];

describe.each(peers)('the table of $title', peer => {
  it.each(names)('has a row for each event on %s', name => {
    const table = peerTables[peer.pluginId](peer, name);
    const rows = batches.flatMap(batch => table.rowsOf(batch));
    expect(rows).toHaveLength(50 * 20);
    expect(new Set(rows.map(row => row.length))).toEqual(
      new Set([table.columns.length]),
    );
    expect(rows.flat()).not.toContain(undefined);
    expect(table.later(10)).toHaveLength(table.columns.length);
  });
});
