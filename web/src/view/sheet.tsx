import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Sheet as SheetName } from "../app/model.js";
import type { Props } from "./props.js";

interface SheetProps extends Props {
  readonly name: SheetName;
  readonly title: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

const SMALL = "(max-width: 899px)";

/** A panel beside the map; on small screens a sheet from below, one at a time, closed with its button or Escape. */
export function Sheet({ radar, model, t, name, title, class: className, children }: SheetProps) {
  const open = model.sheet === name;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (open && matchMedia(SMALL).matches) heading.current?.focus();
  }, [open]);
  const close = (): void => {
    radar.openSheet("none");
    if (matchMedia(SMALL).matches) document.getElementById(`open-${name}`)?.focus();
  };
  return (
    <section
      class={open ? `${className} sheet sheet-open` : `${className} sheet`}
      aria-label={title}
      onKeyDown={(event) => { if (event.key === "Escape" && open) close(); }}
    >
      <div class="sheet-head">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="quiet" onClick={close}>
          {t("sheet.close")}
        </button>
      </div>
      {children}
    </section>
  );
}
