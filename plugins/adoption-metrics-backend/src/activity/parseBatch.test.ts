import { parseBatch } from './parseBatch';

const NOW = Date.parse('2026-03-10T12:00:00.000Z');
const HOUR = 3_600_000;
const batchId = '5f0c2f1e-8f0b-4a53-9f0e-0d7f7a4c2b11';

function interaction(overrides: object = {}) {
  const at = new Date(NOW).toISOString();
  const pluginId = 'catalog';
  return { type: 'interaction', at, action: 'click', pluginId, ...overrides };
}

function hoursAgo(hours: number) {
  return { at: new Date(NOW - hours * HOUR).toISOString() };
}

describe('parseBatch', () => {
  it('keeps the events beside a bad one, and names the bad one', () => {
    const events = [
      interaction(),
      interaction({ action: 'not an action' }),
      interaction({ type: 'gossip' }),
      'text',
      interaction({ pluginId: 'https://example.com/?q=1' }),
      interaction({ action: 'search' }),
    ];
    const parsed = parseBatch({ batchId, events }, NOW);
    expect(parsed.batchId).toBe(batchId);
    expect(parsed.events.map(({ event }) => event)).toEqual([
      events[0],
      events[5],
    ]);
    expect(parsed.faults).toEqual([
      {
        index: 1,
        field: 'action',
        message:
          'is invalid; expected names of up to 64 letters and dashes, such as navigate',
      },
      {
        index: 2,
        field: 'type',
        message: expect.stringMatching(/^is unknown; expected interaction, /),
      },
      { index: 3, field: 'type', message: expect.any(String) },
      {
        index: 4,
        field: 'pluginId',
        message:
          'is invalid; expected ids of up to 128 letters, digits and : / . _ -, such as catalog',
      },
    ]);
  });

  it('accepts events of the last 72 hours only', () => {
    const oldest = interaction(hoursAgo(72));
    const older = interaction({
      at: new Date(NOW - 72 * HOUR - 1).toISOString(),
    });
    const parsed = parseBatch({ batchId, events: [oldest, older] }, NOW);
    expect(parsed.events).toEqual([{ event: oldest, at: NOW - 72 * HOUR }]);
    expect(parsed.faults).toEqual([
      { index: 1, field: 'at', message: expect.stringContaining('72 hours') },
    ]);
  });

  it('treats an event from the future as one of now', () => {
    const events = [interaction(hoursAgo(-5)), interaction(hoursAgo(1))];
    const parsed = parseBatch({ batchId, events }, NOW);
    expect(parsed.events.map(({ at }) => at)).toEqual([NOW, NOW - HOUR]);
    expect(parsed.rejected).toBe(0);
  });

  it('drops fields that are not part of an event', () => {
    const events = [interaction({ userEntityRef: 'user:default/boss' })];
    const parsed = parseBatch({ batchId, events }, NOW);
    expect(parsed.events[0].event).toEqual(interaction());
  });
});
