import paper from './Paper.module.css';
import styles from './PageVerdict.module.css';

interface PageVerdictProps {
  /** What the page is about, which paper does not say elsewhere. */
  title: string;
  /** Of which moment it speaks, as far as there is one. */
  moment: string[];
  /** The sentence. */
  children: string;
}

/** What a page says first. A heading of the app would be cut at its end. */
export function PageVerdict(props: PageVerdictProps) {
  const { title, moment, children } = props;
  return (
    <header className={styles.header}>
      <p className={paper.onPaper}>{title}</p>
      <h2 className={styles.verdict}>{children}</h2>
      {moment.length > 0 && (
        <p className={styles.moment}>{moment.join(' · ')}</p>
      )}
    </header>
  );
}
