import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** What of a scrolling box is in sight, in pixels. */
export interface InSight {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Until it is measured. */
const UNMEASURED: InSight = { top: 0, left: 0, width: 900, height: 600 };

/** Follows what of a box is in sight: its size by itself, its position with every `measure`. */
export function useInSight(): {
  readonly box: RefObject<HTMLDivElement>;
  readonly seen: InSight;
  measure(): void;
} {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(UNMEASURED);
  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    setSeen({
      top: element.scrollTop,
      left: element.scrollLeft,
      width: element.clientWidth,
      height: element.clientHeight,
    });
  }, []);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [measure]);
  return { box, seen, measure };
}
