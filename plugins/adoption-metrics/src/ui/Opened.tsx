import { useLayoutEffect, useRef, type ReactNode } from 'react';

interface OpenedProps {
  label: string;
  className?: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * What a button opens in place: it takes the focus, Escape closes it, and once it
 * is closed the button has the focus again.
 */
export function Opened(props: OpenedProps) {
  const { label, className, onClose, children } = props;
  const container = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    const opened = container.current;
    opened?.querySelector<HTMLElement>('input, select, button')?.focus();
    return () => {
      if (opened?.contains(document.activeElement)) {
        opener?.focus();
      }
    };
  }, []);
  return (
    // Keys that its fields and buttons have no use for.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={container}
      role="group"
      aria-label={label}
      className={className}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          onClose();
        }
      }}
    >
      {children}
    </div>
  );
}
