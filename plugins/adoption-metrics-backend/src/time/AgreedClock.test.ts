import { AgreedClock } from './AgreedClock';
import { SettableClock } from './SettableClock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 30, 12);

/** A process whose clock is off by `ahead`, beside the time as it is. */
function setUp(given: { ahead?: number; database?: number; stored?: number }) {
  const world = new SettableClock(NOW);
  const off = { own: given.ahead ?? 0, database: given.database };
  const clock = new AgreedClock(
    { now: () => world.now() + off.own, isCompared: true },
    {
      steady: () => world.now() - NOW + 5_000,
      stored: given.stored,
      ...(given.database !== undefined && {
        database: async () => world.now() + off.database!,
      }),
    },
  );
  return {
    clock,
    off,
    pass: (ms: number) => world.set(world.now() + ms),
    wrong: () => clock.now() - world.now(),
  };
}

describe('AgreedClock', () => {
  it('believes a clock that is not compared, wherever it travels', async () => {
    const own = new SettableClock(0);
    const clock = new AgreedClock(own);
    await clock.whenSet;
    own.set(NOW + 400 * DAY);
    expect(clock.now()).toBe(NOW + 400 * DAY);
    expect(await clock.compare()).toEqual({
      own: own.now(),
      at: own.now(),
      passed: own.now(),
    });
  });

  describe('beside a database with a clock', () => {
    it('is the clock of the process while the two agree', async () => {
      const { clock, wrong } = setUp({ ahead: 1_500, database: 0 });
      expect(await clock.compare()).toEqual({
        own: NOW + 1_500,
        at: NOW + 1_500,
        passed: NOW,
      });
      expect(wrong()).toBe(1_500);
    });

    it.each([3 * HOUR, 400 * DAY, -3 * HOUR, -NOW])(
      'corrects a process that is off by %p from the start',
      async ahead => {
        const { clock, wrong, pass } = setUp({ ahead, database: 0 });
        expect(await clock.compare()).toEqual({
          own: NOW + ahead,
          at: NOW,
          passed: Math.min(NOW, NOW + ahead),
          off: 'process',
        });
        pass(10 * MINUTE);
        expect(wrong()).toBe(0);
        expect(clock.isSet && clock.isCertain).toBe(true);
      },
    );

    it('follows no jump, neither before nor after it is seen', async () => {
      const { clock, off, wrong, pass } = setUp({ database: 0 });
      await clock.compare();
      off.own = DAY;
      expect(wrong()).toBe(0);
      pass(MINUTE);
      expect(await clock.compare()).toMatchObject({
        at: NOW + MINUTE,
        passed: NOW + MINUTE,
        off: 'process',
      });
      expect(wrong()).toBe(0);
      off.own = 0;
      expect(await clock.compare()).not.toHaveProperty('off');
    });

    it('does not follow a database whose clock is set', async () => {
      const { clock, off, wrong, pass } = setUp({ database: 0 });
      await clock.compare();
      off.database = 5 * DAY;
      pass(MINUTE);
      expect(await clock.compare()).toMatchObject({
        at: NOW + MINUTE,
        passed: NOW + MINUTE,
        off: 'database',
      });
      expect(wrong()).toBe(0);
      off.database = -DAY;
      expect((await clock.compare()).passed).toBe(NOW + MINUTE - DAY);
    });

    it('keeps what it knew while the database does not answer', async () => {
      const world = new SettableClock(NOW);
      let ahead = 0;
      let fails = false;
      const clock = new AgreedClock(
        { now: () => world.now() + ahead, isCompared: true },
        {
          steady: () => world.now(),
          database: async () => {
            if (fails) {
              throw new Error('away');
            }
            return world.now();
          },
        },
      );
      await clock.compare();
      fails = true;
      ahead = DAY;
      await expect(clock.compare()).rejects.toThrow('away');
      expect(clock.now()).toBe(NOW);
    });
  });

  describe('alone', () => {
    it('believes a first start, and one soon after the last stored time', async () => {
      for (const stored of [undefined, NOW - 30 * MINUTE, NOW]) {
        const { clock } = setUp({ stored });
        expect(await clock.compare()).not.toHaveProperty('off');
      }
    });

    it.each([DAY, -DAY, 400 * DAY])(
      'follows no jump by %p for a minute, and takes it for set after ten',
      async jump => {
        const { clock, off, pass, wrong } = setUp({});
        await clock.compare();
        off.own = jump;
        for (let minute = 1; minute < 10; minute++) {
          pass(MINUTE);
          const at = NOW + minute * MINUTE;
          expect(await clock.compare()).toMatchObject({
            at,
            passed: Math.min(at, at + jump),
            off: 'process',
          });
          expect(wrong()).toBe(0);
        }
        pass(2 * MINUTE);
        expect(await clock.compare()).not.toHaveProperty('off');
        expect(wrong()).toBe(jump);
      },
    );

    it('does not count what has gone on before it was set again', async () => {
      const { clock, off, pass } = setUp({});
      await clock.compare();
      for (const jump of [DAY, 0, 2 * DAY, DAY]) {
        off.own = jump;
        await clock.compare();
        pass(6 * MINUTE);
      }
      expect(await clock.compare()).toMatchObject({ off: 'process' });
    });

    it.each([5 * DAY, -5 * DAY])(
      'doubts a start %p after the last stored time for ten minutes',
      async gap => {
        const { clock, pass } = setUp({ stored: NOW - gap });
        const first = await clock.compare();
        expect(first).toMatchObject({
          at: NOW,
          passed: Math.min(NOW, NOW - gap),
          off: 'unknown',
        });
        expect(clock.isCertain).toBe(false);
        pass(11 * MINUTE);
        expect(await clock.compare()).not.toHaveProperty('off');
        expect(clock.isCertain).toBe(true);
      },
    );

    it('waits for a clock that shows 1970 to be set', async () => {
      const { clock, off, pass } = setUp({ ahead: -NOW });
      expect(await clock.compare()).toMatchObject({ off: 'unknown' });
      pass(HOUR);
      expect(await clock.compare()).toMatchObject({ off: 'unknown' });
      expect(clock.isSet).toBe(false);
      off.own = 0;
      expect(await clock.compare()).not.toHaveProperty('off');
      await clock.whenSet;
      expect(clock.isSet).toBe(true);
    });
  });
});
