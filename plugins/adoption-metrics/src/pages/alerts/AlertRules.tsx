import { Button } from '@backstage/ui';
import type { AlertList } from 'backstage-plugin-adoption-metrics-common';
import { addDays, alertRuleNames, dayOf, formatDate } from '../../ui/format';
import { DataTable, type Column } from '../../ui/table';

type RuleState = AlertList['rules'][number];

const SILENT_DAYS = 28;

interface AlertRulesProps {
  rules: RuleState[];
  timeZone: string;
  /** @param until - last day of the mute; null to be notified again */
  onMute: (rule: RuleState['rule'], until: string | null) => void;
}

/** Who hears of what, and what nobody wants to hear of for a while. */
export function AlertRules(props: AlertRulesProps) {
  return (
    <DataTable
      name="What is watched"
      columns={columnsOf(props)}
      rows={props.rules}
      rowKey={({ rule }) => rule}
    />
  );
}

function columnsOf(props: AlertRulesProps): Array<Column<RuleState>> {
  return [
    { id: 'rule', label: 'Rule', cell: ({ rule }) => alertRuleNames[rule] },
    { id: 'channels', label: 'Sent through', cell: describeDelivery },
    {
      id: 'mute',
      label: 'Silence',
      cell: state => <Silence state={state} {...props} />,
    },
  ];
}

function describeDelivery({ enabled, channels, mute }: RuleState): string {
  if (!enabled) {
    return 'switched off';
  }
  return mute
    ? `nobody through ${formatDate(mute.until)}, by ${
        mute.by ?? 'somebody forgotten'
      }`
    : channels.join(', ') || 'nobody';
}

function Silence(props: { state: RuleState } & AlertRulesProps) {
  const { state, timeZone, onMute } = props;
  const { rule, enabled, mute } = state;
  // What the configuration says is changed there.
  if (!enabled || mute?.by === 'configuration') {
    return null;
  }
  const today = dayOf(new Date().toISOString(), timeZone);
  return (
    <Button
      variant="tertiary"
      aria-label={`${mute ? 'Unmute' : 'Mute'}: ${alertRuleNames[rule]}`}
      onPress={() => onMute(rule, mute ? null : addDays(today, SILENT_DAYS))}
    >
      {mute ? 'Unmute' : 'Mute for four weeks'}
    </Button>
  );
}
