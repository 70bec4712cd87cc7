import { useLanguage } from './format';
import styles from './SectionLinks.module.css';

interface SectionLinksProps {
  /** Ids and titles of the sections, in their order. */
  sections: ReadonlyArray<readonly [id: string, title: string]>;
}

/**
 * The way to the sections of a long page. Not the app's link, which leaves the
 * page where it is scrolled to.
 */
export function SectionLinks(props: SectionLinksProps) {
  const { t } = useLanguage();

  return (
    <nav aria-label={t('common.onThisPage')}>
      <ul className={styles.links}>
        {props.sections.map(([id, title]) => (
          <li key={id}>
            <a className={styles.link} href={`#${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
