import type { UptimeComponents } from 'backstage-plugin-adoption-metrics-common';
import { dayOf, useLanguage, type Language } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import { componentName, observedSeconds, percentText } from './texts';
import { UptimeSection } from './UptimeSection';
import styles from './UptimeSections.module.css';

type Component = UptimeComponents['components'][number];

const stateTones: Record<Component['state'], ChipTone> = {
  up: 'positive',
  down: 'negative',
  flapping: 'warning',
  unknown: 'neutral',
  advisory: 'neutral',
};

const windowIds = ['24h', '30d', '90d'] as const;

type WindowId = (typeof windowIds)[number];

function componentColumns(
  timeZone: string,
  { t }: Language,
): Array<Column<Component>> {
  return [
    {
      id: 'component',
      label: t('uptime.components.component'),
      cell: component => <Name component={component} />,
    },
    {
      id: 'state',
      label: t('uptime.components.state'),
      cell: component => <State component={component} timeZone={timeZone} />,
    },
    ...windowIds.map(
      (id): Column<Component> => ({
        id,
        label: t(`uptime.window.${id}`),
        numeric: true,
        cell: component => <WindowUptime component={component} id={id} />,
      }),
    ),
    {
      id: 'seen',
      label: t('uptime.components.lastCheck', { timeZone }),
      cell: component => (
        <LastCheck component={component} timeZone={timeZone} />
      ),
    },
  ];
}

/** What uptime rests on, each by itself. */
export function ComponentsSection(props: { timeZone: string }) {
  const language = useLanguage();
  const { t } = language;

  return (
    <UptimeSection
      id="components"
      title={t('uptime.components.title')}
      route="GET /uptime/components"
      height={240}
      description={t('uptime.components.description')}
      emptyText={({ components }) =>
        components.length === 0 ? t('uptime.components.empty') : undefined
      }
    >
      {({ components }) => (
        <DataTable
          name={t('uptime.components.tableName')}
          columns={componentColumns(props.timeZone, language)}
          rows={components}
          rowKey={({ name }) => name}
        />
      )}
    </UptimeSection>
  );
}

function Name(props: { component: Component }) {
  const { name, source, counts } = props.component;
  const { t } = useLanguage();

  const from = t(`uptime.components.source.${source}`);
  return (
    <>
      {componentName(name, t)}
      <div className={styles.hint}>
        {counts
          ? t('uptime.components.included', { source: from })
          : t('uptime.components.notIncluded', { source: from })}
      </div>
    </>
  );
}

function State(props: { component: Component; timeZone: string }) {
  const { state, silent, lastFailure } = props.component;
  const { t } = useLanguage();

  return (
    <>
      <span className={styles.chips}>
        <Chip tone={stateTones[state]}>{t(`uptime.components.${state}`)}</Chip>{' '}
        {silent && <Chip tone="warning">{t('uptime.components.silent')}</Chip>}
      </span>
      {silent && (
        <div className={styles.hint}>{t('uptime.components.silentHint')}</div>
      )}
      {lastFailure && (
        <div className={styles.hint}>
          {t('uptime.components.lastFailure', { failure: lastFailure })}
        </div>
      )}
      <Certificate {...props} />
    </>
  );
}

function Certificate(props: { component: Component; timeZone: string }) {
  const { component, timeZone } = props;
  const { t, format } = useLanguage();

  const { certificateExpiresAt, certificateExpiresSoon } = component;
  return certificateExpiresAt && certificateExpiresSoon ? (
    <div className={styles.hint}>
      {t('uptime.components.certificate', {
        day: format.date(dayOf(certificateExpiresAt, timeZone)),
      })}
    </div>
  ) : null;
}

function LastCheck(props: { component: Component; timeZone: string }) {
  const { lastCheckAt } = props.component;
  const { t, format } = useLanguage();

  return (
    <>
      {lastCheckAt
        ? format.instant(lastCheckAt, props.timeZone)
        : t('uptime.components.never')}
    </>
  );
}

/** What is not known at all is not an uptime of nothing. */
function WindowUptime(props: { component: Component; id: WindowId }) {
  const { t, format } = useLanguage();

  const window = props.component.windows.find(({ id }) => id === props.id);
  if (!window || window.upSeconds + window.downSeconds === 0) {
    return <>{t('common.unknown')}</>;
  }
  const { strictPercent, unknownSeconds, beforeInstallationSeconds } = window;
  return (
    <>
      {percentText(strictPercent, t)}
      {beforeInstallationSeconds > 0 && (
        <div className={styles.hint}>
          {t('uptime.components.observed', {
            duration: format.exactDuration(observedSeconds(window)),
          })}
        </div>
      )}
      {unknownSeconds > 0 && (
        <div className={styles.hint}>
          {t('uptime.components.unknownTime', {
            duration: format.exactDuration(unknownSeconds),
          })}
        </div>
      )}
    </>
  );
}
