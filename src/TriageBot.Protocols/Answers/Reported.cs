using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Answers;

/// <summary>Turns a typed answer into what it reports and what it denies, by the question's data.</summary>
internal static class Reported
{
    public static void Add(List<Observation> observations, Question question, Answer answer)
    {
        switch (answer)
        {
            case Answer.Yes:
                Report(question.Yes);
                break;
            case Answer.No:
                Deny(question.Claims);
                break;
            case Answer.Selected selected:
                AddSelected(selected.Options);
                break;
            case Answer.Chosen chosen when question.Details.IsEmpty:
                foreach (var option in question.Options.Where(option => option.Id == chosen.Option))
                {
                    Report(option.Finds);
                }

                break;
        }

        void AddSelected(ImmutableArray<string> ids)
        {
            var first = observations.Count;
            foreach (var option in question.Options.Where(option => ids.Contains(option.Id)))
            {
                Report(option.Finds);
            }

            var reported = observations.Skip(first).Select(o => o.Finding).ToHashSet(StringComparer.Ordinal);
            foreach (var option in question.Options.Where(option => !ids.Contains(option.Id)))
            {
                Deny(option.Claims.Where(claim => !reported.Contains(claim.Finding)));
            }
        }

        void Report(IEnumerable<Observation> finds) =>
            observations.AddRange(finds.Select(find => find with { Question = question.Id }));

        void Deny(IEnumerable<Observation> claims) =>
            observations.AddRange(
                claims.Select(claim => claim with { Polarity = Polarity.Absent, Question = question.Id })
            );
    }
}
