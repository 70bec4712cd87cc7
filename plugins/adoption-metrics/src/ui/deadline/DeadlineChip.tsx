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

interface Look {
  tone: ChipTone;
  icon: ReactElement;
  word: string;
}

const looks: Record<DeadlineState, Look> = {
  'insufficient-data': {
    tone: 'neutral',
    icon: <RiHourglassLine aria-hidden />,
    word: 'no forecast yet',
  },
  'on-track': {
    tone: 'positive',
    icon: <RiCheckLine aria-hidden />,
    word: 'on track',
  },
  watch: { tone: 'neutral', icon: <RiEyeLine aria-hidden />, word: 'watch' },
  'at-risk': {
    tone: 'warning',
    icon: <RiAlertLine aria-hidden />,
    word: 'at risk',
  },
  achieved: {
    tone: 'positive',
    icon: <RiTrophyLine aria-hidden />,
    word: 'achieved',
  },
  missed: {
    tone: 'negative',
    icon: <RiCloseLine aria-hidden />,
    word: 'missed',
  },
};

/** The state of a deadline, as icon and word, so that colour is not needed. */
export function DeadlineChip(props: { state: DeadlineState }) {
  const { tone, icon, word } = looks[props.state];
  return (
    <Chip tone={tone} icon={icon}>
      {word}
    </Chip>
  );
}
