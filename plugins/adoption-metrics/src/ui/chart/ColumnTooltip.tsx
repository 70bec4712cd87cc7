import { TooltipFrame } from './ChartFrame';
import type { ColumnRow } from './columnData';

interface ColumnTooltipProps {
  active?: boolean;
  payload?: ReadonlyArray<{ payload?: ColumnRow }>;
}

export function ColumnTooltip(props: ColumnTooltipProps) {
  const row = props.payload?.[0]?.payload;
  if (!props.active || !row) {
    return null;
  }
  return (
    <TooltipFrame title={row.label}>
      {row.details.map(detail => (
        <p key={detail}>{detail}</p>
      ))}
    </TooltipFrame>
  );
}
