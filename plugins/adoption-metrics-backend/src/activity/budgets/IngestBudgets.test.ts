import { mockServices } from '@backstage/backend-test-utils';
import { TooManyRequestsError } from '../../http';
import { createPseudonymizer } from '../../people';
import { ReportingZone } from '../../time';
import { IngestBudgets } from './IngestBudgets';

const HOUR_MS = 3_600_000;
const ADA = 'user:default/ada';

function setUp() {
  const clock = {
    at: Date.parse('2026-03-10T21:59:30.000Z'),
    now: () => clock.at,
  };
  const logger = mockServices.logger.mock();
  const pseudonymize = createPseudonymizer('a secret of enough length');
  const budgets = new IngestBudgets({
    clock,
    zone: ReportingZone.create('Europe/Berlin'),
    budget: { events: 1_000, batches: 100, pageLoads: 50 },
    logger,
    pseudonymize,
  });
  const refusal = (entityRef = ADA) => {
    try {
      budgets.enter(entityRef)();
      return undefined;
    } catch (error) {
      expect(error).toBeInstanceOf(TooManyRequestsError);
      return error as TooManyRequestsError;
    }
  };
  return { clock, logger, pseudonymize, budgets, refusal };
}

const full = { events: 1_000, batches: 2, pageLoads: 0 };

describe('IngestBudgets', () => {
  it('refuses a person whose budget is used up until the day is over', () => {
    const { clock, budgets, refusal } = setUp();
    expect(refusal()).toBeUndefined();
    budgets.of(ADA).charge(full);
    expect(refusal()).toMatchObject({
      status: 429,
      retryAfter: HOUR_MS / 1_000 + 30,
      message: expect.stringMatching(/1,000 events .*11 Mar 2026, 00:00/),
    });
    expect(refusal('User:Default/ADA')).toBeDefined();
    expect(refusal('user:default/bob')).toBeUndefined();
    clock.at += HOUR_MS + 30_000;
    expect(refusal()).toBeUndefined();
  });

  it('says so once, without the name or the whole pseudonym', () => {
    const { logger, budgets, refusal, pseudonymize } = setUp();
    budgets.of(ADA).charge(full);
    refusal();
    refusal();
    expect(logger.warn.mock.calls).toEqual([
      [
        `One person (${pseudonymize(ADA).slice(
          0,
          4,
        )}…) has reached today's limit of 1,000 events (adoptionMetrics.ingest.events); further reports are rejected today`,
      ],
    ]);
  });

  it('counts each request as a batch, also one with which nothing can be done', () => {
    const { refusal } = setUp();
    for (let sent = 0; sent < 100; sent++) {
      expect(refusal()).toBeUndefined();
    }
    expect(refusal()).toMatchObject({
      message: expect.stringContaining('100 batches'),
    });
  });

  it('lets one person have four requests under way', () => {
    const { budgets, refusal } = setUp();
    const leave = Array.from({ length: 4 }, () => budgets.enter(ADA));
    expect(refusal()).toMatchObject({ status: 429, retryAfter: 1 });
    expect(refusal('user:default/bob')).toBeUndefined();
    leave[0]();
    expect(refusal()).toBeUndefined();
  });
});
