import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { IdentityBar } from "./identity-bar.tsx";
import { draw } from "./testing.tsx";

describe("IdentityBar", () => {
  test("says whose record this is and who holds the roles, in the area's words", async () => {
    const { container, accessible } = draw(
      <IdentityBar
        visibility="full"
        name="Isla Sinclair"
        preferredName="Morag"
        age="8 years"
        dateOfBirth="2018-03-05"
        leadProfessional="Ailsa Grant"
        terms={{ leadProfessional: "Key worker" }}
        flags={[{ text: "Looked after" }]}
      />,
    );
    for (const words of [
      "Isla Sinclair",
      "likes to be called Morag",
      "5 March 2018",
      "Key worker",
      "Ailsa Grant",
      "Looked after",
    ])
      expect(container.textContent).toContain(words);
    expect(container.textContent).not.toContain("Named person"); // an area without named persons shows none
    await accessible();
  });

  test("what is not recorded is said to be so", () => {
    draw(<IdentityBar visibility="full" name="Baby Sinclair" age="not yet born" namedPerson="Not recorded" />);
    expect(screen.getAllByText("Not recorded")).toHaveLength(2);
  });

  test("a restricted record shows nothing else", async () => {
    const { container, accessible } = draw(<IdentityBar visibility="restricted" />);
    expect(container.textContent).toBe("Restricted record");
    await accessible();
  });
});
