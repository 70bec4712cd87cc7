import { DatabaseName } from '../figure';
import { Value } from '../databases/TestDatabase';
import { PersonalBatch, personRef } from '../load/batches';
import { System } from '../systems/System';

/** The table in which a peer keeps its events, as the peer writes it. */
export interface PeerTable {
  name: string;
  columns: string[];
  /** The rows of a batch. */
  rowsOf(batch: PersonalBatch): Value[][];
  /** What to select for the same rows some days later. */
  later(days: number): string[];
}

type PeerTables = Record<
  string,
  (system: System, database: DatabaseName) => PeerTable
>;

/** By plugin id. */
export const peerTables: PeerTables = {
  'adoption-insights': redHatTable,
  'adoption-analytics': codeVerseTable,
};

function redHatTable(system: System, database: DatabaseName): PeerTable {
  const columns = [
    'action',
    'subject',
    'value',
    'plugin_id',
    'user_ref',
    'attributes',
    'context',
    'created_at',
  ];
  return {
    name: 'events',
    columns,
    rowsOf: batch =>
      JSON.parse(system.writeBody(batch, personRef(batch.person))).map(
        ({ action, subject, value, attributes, context }: any) => [
          action,
          subject,
          value === undefined ? null : String(value),
          context.pluginId,
          context.userName,
          JSON.stringify(attributes),
          JSON.stringify(context),
          context.timestamp,
        ],
      ),
    later: days => [
      ...columns.slice(0, -1),
      database === 'SQLite'
        ? `strftime('%Y-%m-%dT%H:%M:%fZ', created_at, '+${days} days')`
        : `created_at + interval '${days} days'`,
    ],
  };
}

function codeVerseTable(system: System, database: DatabaseName): PeerTable {
  const columns = [
    'user_ref',
    'action',
    'subject',
    'plugin_id',
    'pathname',
    'value',
    'session_id',
    'timestamp',
  ];
  return {
    name: 'insights_events',
    columns,
    rowsOf: batch =>
      JSON.parse(system.writeBody(batch, '')).events.map((event: any) => [
        personRef(batch.person),
        event.action,
        event.subject,
        event.pluginId,
        event.pathname,
        event.value ?? null,
        event.sessionId,
        database === 'SQLite' ? Date.parse(event.timestamp) : event.timestamp,
      ]),
    later: days => [
      ...columns.slice(0, -2),
      // Another session, as long as the first.
      `'${String(days).padStart(4, '0')}' || substr(session_id, 5)`,
      database === 'SQLite'
        ? `timestamp + ${days} * 86400000`
        : `timestamp + interval '${days} days'`,
    ],
  };
}
