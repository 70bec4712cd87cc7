import {
  reportWithheld,
  type AdoptionReport,
  type MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import type { ReactNode } from 'react';
import { decisionPermission } from '../../access';
import { chosenTitle } from '../../ui/deadline/chosenTitle';
import { deadlineText } from '../../ui/deadline/deadlineText';
import { DeadlineChip } from '../../ui/deadline/DeadlineChip';
import { ForecastDrawing } from '../../ui/deadline/ForecastDrawing';
import { StatusChip } from '../../ui/StatusChip';
import { Surface } from '../../ui/Surface';
import { useLanguage, type Language } from '../../ui/format';
import { Guard } from '../../ui/Guard';
import { MoneyPart } from './MoneyPart';
import { OptionsPart } from './OptionsPart';
import { Part } from './Part';
import styles from './ReportPage.module.css';

type Metric = AdoptionReport['metrics'][number];

/** Metrics that count something that can be named; uptime counts seconds. */
const counting: MetricId[] = ['active-users', 'stale-entities'];

/** The two pages: what was measured, then what to decide. */
export function ReportDocument(props: { report: AdoptionReport }) {
  const { report } = props;
  const language = useLanguage();
  const { t } = language;

  const { withheld, money, options } = report;
  return (
    <Surface className={styles.report}>
      <article aria-label={titleOf(report, language)}>
        <Heading report={report} />
        <Part title={t('report.metrics')}>
          <ul className={styles.tiles}>
            {report.metrics.map(metric => (
              <Tile key={metric.id} metric={metric} />
            ))}
          </ul>
        </Part>
        <DeadlinePart deadline={report.deadline} />
        <TriedPart report={report} />
        {withheld && (
          <Part title={t('report.money.title')}>
            <p className={styles.text}>{withheldText(withheld, language)}</p>
          </Part>
        )}
        <Guard>{money && <MoneyPart money={money} />}</Guard>
        <Guard>{options && <OptionsPart options={options} />}</Guard>
        <DecisionPart decision={report.decision} />
      </article>
    </Surface>
  );
}

function withheldText(
  { code, sentence }: NonNullable<AdoptionReport['withheld']>,
  { t }: Language,
): string {
  return reportWithheld.includes(code)
    ? t('report.withheld', { permission: decisionPermission })
    : sentence;
}

function Heading(props: { report: AdoptionReport }) {
  const { report } = props;
  const language = useLanguage();
  const { t, format } = language;

  const { asOf, timeZone, today } = report;
  return (
    <header>
      <h2 className={styles.title}>{titleOf(report, language)}</h2>
      <p className={styles.quiet}>
        {t('report.written', { date: format.date(today) })}{' '}
        {t('report.asOf', {
          instant: format.instant(asOf, timeZone),
          timeZone,
        })}
      </p>
      <p className={styles.lead}>{verdictOf(report, language)}</p>
    </header>
  );
}

/** "Developer portal adoption, October 2026" or ", Q4 2026". */
function titleOf(
  { kind, period, from, title }: AdoptionReport,
  { t, format }: Language,
): string {
  const [year, quarter] = period.split('-');
  switch (kind) {
    case 'month':
      return t('report.titleOf', { period: format.longMonth(from) });
    case 'quarter':
      return t('report.titleOf', { period: `${quarter} ${year}` });
    default:
      return title;
  }
}

/** How many targets are met, which are not, and of which that is not known. */
function verdictOf(
  { metrics, verdict }: AdoptionReport,
  { t, format }: Language,
): string {
  const named = (wanted: Metric['status']) =>
    format.list(
      metrics
        .filter(({ status }) => status === wanted)
        .map(({ id }) => t(`metric.name.${id}`)),
    );
  const missed = named('missed');
  const unknown = named('undecided');
  return [
    t('report.verdict.met', {
      met: format.count(verdict.met),
      total: format.count(metrics.length),
    }),
    ...(missed ? [t('report.verdict.missed', { names: missed })] : []),
    ...(unknown ? [t('report.verdict.unknown', { names: unknown })] : []),
  ].join(' ');
}

function Tile(props: { metric: Metric }) {
  const { metric } = props;
  const { t, format } = useLanguage();

  const { id, value, numerator, denominator, target, unit } = metric;
  const isCounted = counting.includes(id);
  return (
    <li className={styles.tile} aria-label={t(`metric.name.${id}`)}>
      <h4 className={styles.name}>{t(`metric.name.${id}`)}</h4>
      <span className={styles.value}>
        {value === null ? t('common.unknown') : format.value(value, metric)}
      </span>
      <StatusChip id={metric.id} status={metric.status} />
      <span className={styles.quiet}>
        {t('report.target', { target: format.target(target, unit) })}
      </span>
      {isCounted && numerator !== null && denominator !== null && (
        <span className={styles.quiet}>
          {t('report.of', {
            part: format.count(numerator),
            total: format.count(denominator),
          })}
        </span>
      )}
      <Change metric={metric} />
    </li>
  );
}

function Change(props: { metric: Metric }) {
  const { metric } = props;
  const { t, format } = useLanguage();

  const { value, change } = metric;
  return value === null || change === null ? null : (
    <span className={styles.quiet}>
      {t('report.change', {
        change: format.change({ change, previous: value - change }, metric),
      })}
    </span>
  );
}

function DeadlinePart(props: { deadline: AdoptionReport['deadline'] }) {
  const { deadline } = props;
  const language = useLanguage();
  const { t, format } = language;

  const { state } = deadline;
  return (
    <Part
      title={t('report.deadline.title')}
      chip={state && <DeadlineChip state={state} />}
    >
      {deadline.deadline && (
        <p className={styles.quiet}>
          {t('report.deadline.goal', {
            goal: format.share(deadline.deadline.goal),
            date: format.date(deadline.deadline.date),
          })}
        </p>
      )}
      <p className={styles.text}>{deadlineText(deadline, language)}</p>
      <ForecastDrawing report={deadline} className={styles.drawing} />
    </Part>
  );
}

function TriedPart(props: { report: AdoptionReport }) {
  const { tried, earlierTried } = props.report;
  const { t, format } = useLanguage();

  return (
    <Part title={t('report.tried.title')}>
      {tried.length === 0 ? (
        <p className={styles.text}>{t('report.tried.none')}</p>
      ) : (
        <dl className={styles.notes}>
          {tried.map(({ day, text }) => (
            <Note key={`${day} ${text}`} day={format.date(day)}>
              {text}
            </Note>
          ))}
        </dl>
      )}
      {earlierTried > 0 && (
        <p className={styles.quiet}>
          {t('report.tried.earlier', { count: earlierTried })}
        </p>
      )}
    </Part>
  );
}

function Note(props: { day: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.day}</dt>
      <dd>{props.children}</dd>
    </>
  );
}

function DecisionPart(props: { decision: AdoptionReport['decision'] }) {
  const { decision } = props;
  const { t, format } = useLanguage();

  return (
    <Part title={t('report.decision.title')}>
      <p className={styles.text}>
        {decision
          ? t('report.decision.taken', {
              date: format.date(decision.day),
              option: chosenTitle(decision.option, { t }),
              text: decision.text,
            })
          : t('report.decision.none')}
      </p>
      {decision?.by && (
        <p className={styles.quiet}>
          {t('report.decision.by', { name: decision.by })}
        </p>
      )}
    </Part>
  );
}
