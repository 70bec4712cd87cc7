import { NotFoundErrorPage, useRouteRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { movedTabs } from './tabs';

interface UnknownTabProps {
  /** Of the tabs, below the page. */
  paths: string[];
}

/**
 * What there is below the page where no tab is: the app would leave it blank.
 * Asking the router is on its way out of Backstage, so that is done only for an
 * address that no tab had when the page was opened.
 */
export function UnknownTab(props: UnknownTabProps) {
  const page = useRouteRef(rootRouteRef)?.();
  const [opened] = useState(() => window.location.pathname);
  return page !== undefined && isUnknown(opened, page, props.paths) ? (
    <Unknown page={page} {...props} />
  ) : null;
}

function Unknown(props: UnknownTabProps & { page: string }) {
  const { page, paths } = props;
  const { pathname } = useLocation();
  const moved = movedTabs[nameIn(pathname, page) ?? ''];
  if (!isUnknown(pathname, page, paths)) {
    return null;
  }
  return moved ? (
    <Navigate to={`${page}/${moved}`} replace />
  ) : (
    <NotFoundErrorPage />
  );
}

function isUnknown(pathname: string, page: string, paths: string[]): boolean {
  const name = nameIn(pathname, page);
  return name !== undefined && !paths.includes(name);
}

/** The first part below the page, wherever the app itself is mounted. */
function nameIn(pathname: string, page: string): string | undefined {
  const [, below = ''] = pathname.split(`${page}/`);
  return below.split('/')[0] || undefined;
}
