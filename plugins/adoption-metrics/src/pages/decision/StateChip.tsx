import { RiCheckLine, RiCloseLine, RiSubtractLine } from '@remixicon/react';
import type {
  ChecklistStep,
  ComparedOption,
  PortalCondition,
} from 'backstage-plugin-adoption-metrics-common';
import type { ReactElement } from 'react';
import { Chip, type ChipTone } from '../../ui/StatusChip';
import { useLanguage } from '../../ui/format';

/** Whether something is done, is the case, or suits. */
export type JudgedState =
  | ChecklistStep['state']
  | PortalCondition['state']
  | ComparedOption['state'];

interface Look {
  tone: ChipTone;
  icon: ReactElement;
}

const yes: Look = { tone: 'positive', icon: <RiCheckLine aria-hidden /> };
const no: Look = { tone: 'negative', icon: <RiCloseLine aria-hidden /> };

const looks: Record<JudgedState, Look> = {
  done: yes,
  met: yes,
  fits: yes,
  open: no,
  'not-met': no,
  unfit: { tone: 'neutral', icon: <RiCloseLine aria-hidden /> },
  unknown: { tone: 'neutral', icon: <RiSubtractLine aria-hidden /> },
};

export function StateChip(props: { state: JudgedState }) {
  const { state } = props;
  const { t } = useLanguage();

  const { tone, icon } = looks[state] ?? looks.unknown;
  return (
    <Chip tone={tone} icon={icon}>
      {state in looks ? t(`decision.state.${state}`) : state}
    </Chip>
  );
}
