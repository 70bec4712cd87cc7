import { Component, type ReactNode } from 'react';
import { useLanguage } from './format';
import styles from './layout.module.css';

interface GuardProps {
  children: ReactNode;
}

/**
 * Keeps what goes wrong in one section from taking the page with it, such as
 * an answer of a backend that is older or newer than this frontend.
 */
export class Guard extends Component<GuardProps, { hasFailed: boolean }> {
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  state = { hasFailed: false };

  render() {
    return this.state.hasFailed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { t } = useLanguage();

  return (
    <p role="alert" className={styles.quiet}>
      {t('common.sectionFailed')}
    </p>
  );
}
