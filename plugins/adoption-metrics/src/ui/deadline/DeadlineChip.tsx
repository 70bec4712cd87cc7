import {
  RiAlertLine,
  RiCheckLine,
  RiCloseLine,
  RiEyeLine,
  RiHourglassLine,
  RiTrophyLine,
} from '@remixicon/react';
import type { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import type { ReactElement } from 'react';
import { Chip, type ChipTone } from '../StatusChip';
import { useScorecardLanguage } from '../format';

interface Look {
  tone: ChipTone;
  icon: ReactElement;
}

const looks: Record<DeadlineState, Look> = {
  'insufficient-data': {
    tone: 'neutral',
    icon: <RiHourglassLine aria-hidden />,
  },
  'on-track': {
    tone: 'positive',
    icon: <RiCheckLine aria-hidden />,
  },
  watch: { tone: 'neutral', icon: <RiEyeLine aria-hidden /> },
  'at-risk': {
    tone: 'warning',
    icon: <RiAlertLine aria-hidden />,
  },
  achieved: {
    tone: 'positive',
    icon: <RiTrophyLine aria-hidden />,
  },
  missed: {
    tone: 'negative',
    icon: <RiCloseLine aria-hidden />,
  },
};

/** The state of the deadline as icon and word, so that color is not needed. */
export function DeadlineChip(props: { state: DeadlineState }) {
  const { t } = useScorecardLanguage();

  // A newer backend may know more states.
  const isKnown = props.state in looks;
  const { tone, icon } = looks[isKnown ? props.state : 'insufficient-data'];
  return (
    <Chip tone={tone} icon={icon}>
      {isKnown ? t(`countdown.state.${props.state}`) : props.state}
    </Chip>
  );
}
