import { VisuallyHidden } from '@backstage/ui';
import { TableScroll } from '../../ui/table';
import type { Heat } from './heat';
import { ShadedCell } from './ShadedCell';
import { useLanguage } from '../../ui/format';
import styles from './ActiveUsersSections.module.css';

/** Numbers that are shaded too, so that a pattern can be seen. */
export function HeatTable(props: { heat: Heat }) {
  const { heat } = props;
  const { t } = useLanguage();

  const name = t('activeUsers.teamPlugins.tableName');
  return (
    <>
      <TableScroll name={name} endless>
        <table className={styles.grid} aria-label={name}>
          <thead>
            <tr>
              <th scope="col">{t('activeUsers.teamPlugins.team')}</th>
              {heat.plugins.map(plugin => (
                <th key={plugin} scope="col">
                  {plugin}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.rows.map(({ groupId, name: group, people }) => (
              <tr key={groupId}>
                <th scope="row">{group}</th>
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
      <p className={styles.hint}>{t('activeUsers.teamPlugins.note')}</p>
    </>
  );
}

function Cell(props: { people?: number; largest: number }) {
  const { people, largest } = props;
  const { t, format } = useLanguage();

  if (people === undefined) {
    return (
      <td className={styles.plain}>
        <span aria-hidden>·</span>
        <VisuallyHidden>{t('activeUsers.teamPlugins.nobody')}</VisuallyHidden>
      </td>
    );
  }
  return (
    <ShadedCell depth={people / largest}>{format.count(people)}</ShadedCell>
  );
}
