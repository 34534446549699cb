/** How many leads of each agency are past their interval, with who supervises them. */
export function lateByAgency(
  leads: readonly { readonly agency: string; readonly supervisor: string; readonly isLate: boolean }[],
) {
  return [...new Set(leads.map(({ agency }) => agency))].sort().map((agency) => {
    const of = leads.filter((lead) => lead.agency === agency);
    const late = of.filter(({ isLate }) => isLate);
    return {
      agency,
      leads: of.length,
      late: late.length,
      supervisors: [...new Set(late.map(({ supervisor }) => supervisor))],
    };
  });
}
