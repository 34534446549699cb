import { type DragEvent, useRef, useState } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { Button } from "./button.tsx";
import { classes } from "./classes.ts";
import { FieldFrame, type FieldProps } from "./field.tsx";
import { useField } from "./form-context.ts";
import { Hidden } from "./hidden.tsx";

export type FileFieldProps<Values extends FieldValues = FieldValues> = FieldProps<Values> & {
  /** As `<input accept>`: ".csv,text/csv". The server checks again. */
  readonly accept?: string | undefined;
  readonly several?: boolean | undefined;
};

/** Files chosen by button or dropped, bound to the form by name. Out: a list of `File`. */
export function FileField<Values extends FieldValues = FieldValues>(props: FileFieldProps<Values>) {
  const { name, label, hint, accept, several } = props;
  const parts = useField(name, { label, hint, verb: "Choose" });
  const { field } = useController({ name, control: parts.form.control });
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const files: readonly File[] = Array.isArray(field.value) ? field.value : [];

  const take = (given: FileList | null) => {
    const taken = Array.from(given ?? []).slice(0, several ? undefined : 1);
    if (taken.length > 0) field.onChange(several ? [...files, ...taken] : taken);
  };
  const empty = () => {
    if (input.current) input.current.value = "";
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <FieldFrame parts={parts} {...props}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to do what the file button does */}
      <div
        className={classes("lp-drop", over && "lp-drop--over")}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          take(event.dataTransfer.files);
          if (input.current && !several) input.current.files = event.dataTransfer.files; // the button names it too
        }}
      >
        <input
          id={parts.id}
          ref={(element) => {
            input.current = element;
            field.ref(element);
          }}
          type="file"
          accept={accept}
          multiple={several}
          aria-describedby={parts.describedBy}
          aria-invalid={parts.error ? true : undefined}
          className="govuk-file-upload"
          onClick={empty} // so that the same file can be chosen again, changed since or removed
          onChange={(event) => {
            take(event.target.files);
            if (several) empty();
          }}
        />
        <p className="lp-drop__words">{several ? "Or drop files here." : "Or drop a file here."}</p>
      </div>
      <ChosenFiles
        files={files}
        onRemove={(file) => {
          field.onChange(files.filter((one) => one !== file));
          empty();
        }}
      />
    </FieldFrame>
  );
}

type ChosenFilesProps = { readonly files: readonly File[]; readonly onRemove: (file: File) => void };

function ChosenFiles({ files, onRemove }: ChosenFilesProps) {
  return (
    <div aria-live="polite">
      {files.length > 0 && (
        <ul className="lp-files">
          {files.map((file) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`} className="lp-files__item">
              <span>
                {file.name} ({sizeInWords(file.size)})
              </span>
              <Button kind="quiet" onClick={() => onRemove(file)}>
                Remove <Hidden>{file.name}</Hidden>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** 2048 becomes "2 KB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
