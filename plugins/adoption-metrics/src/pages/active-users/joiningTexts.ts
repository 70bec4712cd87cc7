import type {
  BreakdownStatus,
  SuppressionReason,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../../ui/format';
import { tooSmallText } from './periodText';

interface JoiningAnswer {
  status: BreakdownStatus;
  minimumGroupSize: number;
}

/** Why there is nothing to list about people who joined; undefined if there is. */
export function whyNoRanges(
  answer: JoiningAnswer,
  ranges: Array<{ suppressed?: SuppressionReason }>,
  language: Language,
): string | undefined {
  const { status, minimumGroupSize } = answer;
  const { t, format } = language;
  const minimum = format.count(minimumGroupSize);
  if (status === 'organization-too-small') {
    return tooSmallText(answer, language);
  }
  if (ranges.length === 0) {
    return t('activeUsers.joining.none', { minimum });
  }
  return ranges.every(({ suppressed }) => suppressed)
    ? t('activeUsers.joining.hidden', { minimum })
    : undefined;
}
