import type { ReactElement } from 'react';
import { registerIcons } from 'office-ui-fabric-react/lib/Styling';

const line = (path: string): ReactElement => (
  <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
    <path
      d={path}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);

/** Own drawings under the names Fabric asks for; no icon font is loaded. */
export function registerOwnIcons(): void {
  registerIcons({
    icons: {
      checkmark: line('M3 8.5l3.5 3.5L13 4.5'),
      chevrondown: line('M3.5 6L8 10.5 12.5 6'),
      chevronup: line('M3.5 10L8 5.5 12.5 10'),
      chevronright: line('M6 3.5L10.5 8 6 12.5'),
      clear: line('M4 4l8 8M12 4l-8 8'),
      cancel: line('M4 4l8 8M12 4l-8 8'),
      completed: line('M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM5 8.2l2.2 2.2L11 6'),
      download: line('M8 2v8M4.5 6.8L8 10.3l3.5-3.5M3 13.5h10'),
      errorbadge: line('M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4'),
      blocked2: line('M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM3.8 3.8l8.4 8.4'),
      info: line('M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 7.3v3.7M8 5v.1'),
      warning: line('M8 2L1.8 13.5h12.4zM8 6.3v3.4M8 11.6v.1'),
      warning12: line('M8 2L1.8 13.5h12.4zM8 6.3v3.4M8 11.6v.1'),
      undo: line('M5.5 3L2.5 6l3 3M2.5 6h6.7a4 4 0 010 8H6'),
    },
  });
}
