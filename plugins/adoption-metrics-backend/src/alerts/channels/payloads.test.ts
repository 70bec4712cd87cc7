import fc from 'fast-check';
import { alertRules } from 'backstage-plugin-adoption-metrics-common';
import { AlertMessage } from 'backstage-plugin-adoption-metrics-node';
import { refusalOf } from './__testUtils__/receivers';
import { atRisk } from '../__testUtils__/atRisk';
import { payloads } from './payloads';

const KEY = 'R0123456789ABCDEF0123456789ABCDE';

function messageOf(given: Partial<AlertMessage['alert']>): AlertMessage {
  return {
    deliveryId: 'here-7-webhook',
    installation: '3f9c2b7a10de',
    alert: {
      id: '7',
      ...atRisk,
      at: '2026-11-23T12:00:00.000Z',
      ...given,
    },
    link: 'https://portal.example.com/adoption',
  };
}

const receivers = ['slack', 'teams', 'pagerduty'] as const;

/** Characters that cost most once they are escaped. */
const costly = fc
  .array(
    fc.constantFrom(
      '<',
      '&',
      '@a',
      '\n#',
      '"',
      '\\',
      '.a',
      '𝒳',
      '界',
      '\n',
      '*',
    ),
    { minLength: 1, maxLength: 20 },
  )
  .map(parts => parts.join(''));

describe.each(receivers)('what %s gets', receiver => {
  const refusal = (given: Partial<AlertMessage['alert']>) =>
    refusalOf(receiver, payloads[receiver](messageOf(given), KEY));

  it('is what its documentation says, for each rule', () => {
    for (const rule of alertRules) {
      expect(refusal({ rule })).toEqual([]);
      expect(refusal({ rule, text: '' })).toEqual([]);
    }
  });

  it('keeps to its limits, whatever people named their teams', () => {
    const long = fc
      .tuple(costly, fc.integer({ min: 1, max: 3_000 }))
      .map(([text, times]) => text.repeat(times).slice(0, 20_000));
    const unit = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(
        fc.oneof(costly, unit, long).map(text => `x${text}`),
        fc.oneof(unit, long),
        fc.oneof(unit, long),
        (title, text, subject) => {
          expect(refusal({ title, text, subject })).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('Slack', () => {
  it('shows a heading, the text and a link, and calls nobody', () => {
    const text = '<!channel> R&D <https://a|b> *bold*';
    expect(payloads.slack(messageOf({ text }), '')).toMatchObject({
      text: 'The adoption deadline is at risk',
      blocks: [
        {
          type: 'header',
          text: { text: 'The adoption deadline is at risk' },
        },
        {
          type: 'section',
          text: {
            text: '&lt;!channel&gt; R&amp;D &lt;https: //a\u2223b&gt; \u2217bold\u2217',
            verbatim: true,
          },
        },
        {
          type: 'section',
          text: { text: '<https://portal.example.com/adoption|Open Adoption>' },
        },
      ],
    });
  });

  it('is never given half an entity', () => {
    const { blocks } = payloads.slack(
      messageOf({ text: '&'.repeat(5_000) }),
      '',
    ) as { blocks: Array<{ text: { text: string } }> };
    expect(blocks[1].text.text).toMatch(/^(&amp;)+$/);
  });
});

describe('Microsoft Teams', () => {
  it('shows a card with a button that leads here, and mentions nobody', () => {
    const text = 'One\nTwo <at>Ada</at> [a](https://b)';
    const { attachments } = payloads.teams(messageOf({ text }), '') as any;
    expect(attachments[0].content).toMatchObject({
      type: 'AdaptiveCard',
      body: [
        { text: 'The adoption deadline is at risk', style: 'heading' },
        { text: 'One\n\nTwo ‹at›Ada‹/at› [a] (https: //b)', wrap: true },
      ],
      actions: [
        { type: 'Action.OpenUrl', url: 'https://portal.example.com/adoption' },
      ],
    });
  });
});

describe('PagerDuty', () => {
  it('gets one key for one subject, however long that is', () => {
    const keyOf = (subject: string) =>
      (payloads.pagerduty(messageOf({ subject }), KEY) as any).dedup_key;
    const long = 's'.repeat(300);
    expect(keyOf('1')).toBe('adoption-metrics/3f9c2b7a10de/deadline/1');
    expect(keyOf(long)).toBe(keyOf(long));
    expect(keyOf(long)).not.toBe(keyOf(`${long}s`));
  });
});
