import { Button } from '@backstage/ui';
import type { AlertList } from 'backstage-plugin-adoption-metrics-common';
import type { ReactNode } from 'react';
import { addDays, dayOf, useLanguage, type Language } from '../../ui/format';
import { PersonName } from '../../ui/PersonName';
import { DataTable, type Column } from '../../ui/table';
import { channelName } from './channelName';
import styles from '../../ui/layout.module.css';

type RuleState = AlertList['rules'][number];

const MUTED_DAYS = 28;

interface AlertRulesProps {
  rules: RuleState[];
  timeZone: string;
  /**
   * Not there for those who may only read.
   *
   * @param until - last muted day; null to be notified again
   */
  onMute?: (rule: RuleState['rule'], until: string | null) => void;
}

/** Which rule notifies through which channel, and what is muted. */
export function AlertRules(props: AlertRulesProps) {
  const language = useLanguage();
  const { t } = language;

  return (
    <DataTable
      name={t('alerts.rules.tableName')}
      columns={columnsOf(props, language)}
      rows={props.rules}
      rowKey={({ rule }) => rule}
    />
  );
}

function columnsOf(
  props: AlertRulesProps,
  language: Language,
): Array<Column<RuleState>> {
  const { t } = language;
  return [
    {
      id: 'rule',
      label: t('alerts.rules.rule'),
      cell: ({ rule }) => t(`alerts.rule.${rule}`),
    },
    {
      id: 'channels',
      label: t('alerts.rules.channel'),
      cell: ({ enabled, channels }) =>
        enabled
          ? channels.map(each => channelName(each, t)).join(', ') ||
            t('alerts.rules.nobody')
          : t('alerts.rules.off'),
    },
    {
      id: 'mute',
      label: t('alerts.rules.mute'),
      isEmpty: ({ enabled }) => !enabled,
      cell: state =>
        state.enabled && (
          <div className={styles.line}>
            <span>{mutedText(state, language)}</span>
            <MuteButton state={state} {...props} />
          </div>
        ),
    },
  ];
}

function mutedText({ mute }: RuleState, { t, format }: Language): ReactNode {
  return mute
    ? t('alerts.rules.muted', {
        day: format.date(mute.until),
        person: <PersonName entityRef={mute.by} />,
      })
    : t('alerts.rules.notMuted');
}

function MuteButton(props: { state: RuleState } & AlertRulesProps) {
  const { state, timeZone, onMute } = props;
  const { t } = useLanguage();

  const { rule, mute } = state;
  // What the configuration says is changed there.
  if (!onMute || mute?.by === 'configuration') {
    return null;
  }
  const today = dayOf(new Date().toISOString(), timeZone);
  return (
    <Button
      variant="secondary"
      aria-label={
        mute
          ? t('alerts.rules.unmuteLabel', { rule: t(`alerts.rule.${rule}`) })
          : t('alerts.rules.muteLabel', { rule: t(`alerts.rule.${rule}`) })
      }
      onPress={() => onMute(rule, mute ? null : addDays(today, MUTED_DAYS))}
    >
      {mute ? t('alerts.rules.unmuteAction') : t('alerts.rules.muteAction')}
    </Button>
  );
}
