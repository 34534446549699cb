const shapes = {
  tick: "M9.2 16.6 4.4 11.8l1.7-1.7 3.1 3.1 8.7-8.7 1.7 1.7z",
  cross: "m12 10.3 5-5L18.7 7l-5 5 5 5-1.7 1.7-5-5-5 5L5.3 17l5-5-5-5L7 5.3z",
  warning: "M12 2.5 23 21.5H1zM11 9v6h2V9zm0 7.5v2h2v-2z",
  info: "M11 10h2v8h-2zm0-4h2v2.2h-2z",
  question:
    "M10.9 14.6c0-3.2 2.9-3.3 2.9-5.3 0-1-.7-1.6-1.8-1.6s-1.9.7-2 2H7.7C7.8 7.2 9.5 5.6 12 5.6s4.2 1.4 4.2 3.6c0 2.9-3 3.1-3 5.4zm-.1 1.7h2.5v2.5h-2.5z",
  clock: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm-1 2h2v4.6l3.2 3.2-1.4 1.4L11 12.4z",
  pause: "M7 5h3.5v14H7zm6.5 0H17v14h-3.5z",
  lock: "M6 10V8a6 6 0 0 1 12 0v2h1.5v11h-15V10zm2.2 0h7.6V8a3.8 3.8 0 0 0-7.6 0z",
  arrow: "M13 5l7 7-7 7-1.5-1.5L16 13H4v-2h12l-4.5-4.5z",
} as const;

export type IconName = keyof typeof shapes;

/** A drawn sign. It never stands alone: a word beside it says the same. */
export function Icon({ name, className = "lp-icon" }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={className} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path fill="currentColor" fillRule="evenodd" d={shapes[name]} />
    </svg>
  );
}
