import type { UptimeComponents } from 'backstage-plugin-adoption-metrics-common';
import {
  dayOf,
  formatDay,
  formatExactDuration,
  formatInstant,
} from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import { componentName, percentText, sourceTexts, windowNames } from './texts';
import { UptimeSection } from './UptimeSection';
import styles from './UptimeSections.module.css';

type Component = UptimeComponents['components'][number];

const stateLooks: Record<Component['state'], [text: string, tone: ChipTone]> = {
  up: ['up', 'positive'],
  down: ['down', 'negative'],
  unknown: ['unknown', 'neutral'],
  advisory: ['never up yet', 'neutral'],
};

const windowIds = ['24h', '30d', '90d'] as const;

type WindowId = (typeof windowIds)[number];

function componentColumns(timeZone: string): Array<Column<Component>> {
  return [
    {
      id: 'component',
      label: 'Component',
      cell: component => <Name component={component} />,
    },
    {
      id: 'state',
      label: 'Now',
      cell: component => <State component={component} timeZone={timeZone} />,
    },
    ...windowIds.map(
      (id): Column<Component> => ({
        id,
        label: windowNames[id],
        numeric: true,
        cell: component => <WindowUptime component={component} id={id} />,
      }),
    ),
    {
      id: 'seen',
      label: `Last check (${timeZone})`,
      cell: component => (
        <LastCheck component={component} timeZone={timeZone} />
      ),
    },
  ];
}

/** What uptime rests on, each by itself. */
export function ComponentsSection(props: { timeZone: string }) {
  return (
    <UptimeSection
      id="components"
      title="Components"
      report="uptime/components"
      height={240}
      description="What the portal's uptime rests on. Each has an uptime of its own, in which unknown time counts as not up. The portal is down whenever one that counts is down; one that has never been up yet, or has fallen silent, does not count against it."
      emptyText={({ components }) =>
        components.length === 0 ? 'No component is known yet.' : undefined
      }
    >
      {({ components }) => (
        <DataTable
          name="Components and their uptime"
          columns={componentColumns(props.timeZone)}
          rows={components}
          rowKey={({ name }) => name}
        />
      )}
    </UptimeSection>
  );
}

function Name(props: { component: Component }) {
  const { name, source, counts } = props.component;
  return (
    <>
      {componentName(name)}
      <div className={styles.hint}>
        {sourceTexts[source]}, {counts ? 'counts' : 'does not count'}
      </div>
    </>
  );
}

function State(props: { component: Component; timeZone: string }) {
  const { state, silent, lastFailure } = props.component;
  const [text, tone] = stateLooks[state];
  return (
    <>
      <span className={styles.chips}>
        <Chip tone={tone}>{text}</Chip>{' '}
        {silent && <Chip tone="warning">silent</Chip>}
      </span>
      {silent && <div className={styles.hint}>its checks have stopped</div>}
      {lastFailure && (
        <div className={styles.hint}>last failure: {lastFailure}</div>
      )}
      <Certificate {...props} />
    </>
  );
}

function Certificate(props: { component: Component; timeZone: string }) {
  const { component, timeZone } = props;
  const { certificateExpiresAt, certificateExpiresSoon } = component;
  return certificateExpiresAt && certificateExpiresSoon ? (
    <div className={styles.hint}>
      its certificate expires on{' '}
      {formatDay(dayOf(certificateExpiresAt, timeZone))}
    </div>
  ) : null;
}

function LastCheck(props: { component: Component; timeZone: string }) {
  const { lastCheckAt } = props.component;
  return (
    <>{lastCheckAt ? formatInstant(lastCheckAt, props.timeZone) : 'never'}</>
  );
}

/** What is not known at all is not an uptime of nothing. */
function WindowUptime(props: { component: Component; id: WindowId }) {
  const window = props.component.windows.find(({ id }) => id === props.id);
  if (!window || window.upSeconds + window.downSeconds === 0) {
    return <>unknown</>;
  }
  const { strictPercent, unknownSeconds } = window;
  return (
    <>
      {percentText(strictPercent)}
      {unknownSeconds > 0 && (
        <div className={styles.hint}>
          {formatExactDuration(unknownSeconds)} unknown
        </div>
      )}
    </>
  );
}
