import { VisuallyHidden } from '@backstage/ui';
import { formatCount } from '../../ui/format';
import { TableScroll } from '../../ui/table';
import type { Heat } from './heat';
import { ShadedCell } from './ShadedCell';
import styles from './ActiveUsersSections.module.css';

const name = 'People by team and plugin';

/** Numbers that are shaded too, so that a pattern can be seen. */
export function HeatTable(props: { heat: Heat; minimumGroupSize: number }) {
  const { heat, minimumGroupSize } = props;
  return (
    <>
      <TableScroll name={name} endless>
        <table className={styles.grid} aria-label={name}>
          <thead>
            <tr>
              <th scope="col">Team</th>
              {heat.plugins.map(plugin => (
                <th key={plugin} scope="col">
                  {plugin}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.rows.map(({ teamId, team, people }) => (
              <tr key={teamId}>
                <th scope="row">{team}</th>
                {heat.plugins.map(plugin => (
                  <Cell
                    key={plugin}
                    people={people[plugin]}
                    largest={heat.largest}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className={styles.hint}>
        A dot stands for fewer than {minimumGroupSize} people, which may be
        nobody.
      </p>
    </>
  );
}

function Cell(props: { people?: number; largest: number }) {
  const { people, largest } = props;
  if (people === undefined) {
    return (
      <td className={styles.plain}>
        <span aria-hidden>·</span>
        <VisuallyHidden>too few to show</VisuallyHidden>
      </td>
    );
  }
  return (
    <ShadedCell depth={people / largest}>{formatCount(people)}</ShadedCell>
  );
}
