import { readAhead } from './readAhead';

function numbers(upTo: number) {
  const events: string[] = [];
  async function* produce() {
    try {
      for (let each = 1; each <= upTo; each++) {
        events.push(`read ${each}`);
        yield each;
      }
      throw new Error('end');
    } finally {
      events.push('closed');
    }
  }
  return { events, source: produce() };
}

const turn = () => new Promise(resolve => setTimeout(resolve));

describe('readAhead', () => {
  it('reads one ahead, and fails where its source fails', async () => {
    const { events, source } = numbers(3);
    const met = async () => {
      for await (const each of readAhead(source)) {
        await turn();
        events.push(`did ${each}`);
      }
    };
    await expect(met()).rejects.toThrow('end');
    expect(events.slice(0, 4)).toEqual(['read 1', 'read 2', 'did 1', 'read 3']);
    expect(events).toContain('did 3');
  });

  it('closes its source when the consumer stops', async () => {
    const { events, source } = numbers(3);
    for await (const each of readAhead(source)) {
      events.push(`did ${each}`);
      break;
    }
    expect(events.at(-1)).toBe('closed');
    expect(events).not.toContain('read 3');
  });
});
