using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Tests.Answers;

public sealed class EvidenceTests
{
    [Fact]
    public void A_tick_reports_its_finding_and_leaving_out_denies_the_others()
    {
        var evidence = Of(AnswerSheet.Empty.With("incision", new Answer.Selected(["red-skin"])));

        Assert.Equal(Polarity.Present, Assert.Single(evidence.Observations, o => o.Finding == "redness").Polarity);
        Assert.Equal(
            ["bleeding", "discharge", "incision_pain", "pus", "swelling"],
            evidence.Observations.Where(o => o.Polarity == Polarity.Absent).Select(o => o.Finding).Order()
        );
        Assert.All(evidence.Observations, o => Assert.Equal("incision", o.Question));
    }

    [Fact]
    public void A_denial_keeps_to_what_was_asked()
    {
        var evidence = Of(AnswerSheet.Empty.With("red-flags-2", new Answer.Selected([])));
        var denied = Assert.Single(evidence.Observations, o => o.Finding == "weakness");

        Assert.Equal((Polarity.Absent, Where.Limb), (denied.Polarity, denied.Where));
    }

    [Fact]
    public void Not_sure_and_not_read_deny_nothing()
    {
        var sheet = AnswerSheet.Empty.With("red-flags-1", new Answer.Unsure()).With("fever", new Answer.NotRead());

        Assert.Empty(Of(sheet).Observations);
    }

    [Fact]
    public void Where_tells_more_of_the_numbness_already_reported_and_reports_no_other()
    {
        var sheet = AnswerSheet
            .Empty.Hear([new Observation("numbness"), new Observation("numbness") { Where = Where.Limb }])
            .With("numb-where", new Answer.Chosen("at-the-cut"));

        Assert.Equal([Where.Site, Where.Limb], Of(sheet).Observations.Select(o => o.Where));
    }

    [Fact]
    public void A_no_to_are_you_sure_turns_doubt_into_absence()
    {
        var doubt = AnswerSheet.Empty.Hear([new Observation("chest_pain", Polarity.Unsure)]);

        Assert.Equal(Polarity.Absent, ChestPain(doubt.With("red-flags-1-sure", new Answer.No())));
        Assert.Equal(Polarity.Present, ChestPain(doubt.With("red-flags-1-sure", new Answer.Yes())));
        Assert.Equal(Polarity.Unsure, ChestPain(doubt.With("red-flags-1-sure", new Answer.Unsure())));
        Assert.Equal(Polarity.Unsure, ChestPain(doubt.With("red-flags-1", new Answer.Selected([]))));
    }

    [Fact]
    public void A_list_settles_doubt_by_what_was_ticked()
    {
        var doubt = AnswerSheet.Empty.Hear([new Observation("redness", Polarity.Unsure)]);

        Assert.Equal(Polarity.Present, Redness(doubt.With("incision", new Answer.Selected(["red-skin", "swelling"]))));
        Assert.Equal(Polarity.Absent, Redness(doubt.With("incision", new Answer.Selected(["swelling", "more-pain"]))));
    }

    [Fact]
    public void A_list_denies_what_it_did_not_hear_even_where_another_answer_reports_it()
    {
        var sheet = AnswerSheet
            .Empty.With("red-flags-2", new Answer.Selected(["weak-limb"]))
            .With("other-symptoms", new Answer.Selected(["cough"]));

        var denied = Assert.Single(Of(sheet).Observations, o => o is { Finding: "weakness", Where: Where.AllOver });
        Assert.Equal((Polarity.Absent, "other-symptoms"), (denied.Polarity, denied.Question));
    }

    [Fact]
    public void A_choice_reports_what_was_chosen_and_nothing_else()
    {
        var evidence = Of(AnswerSheet.Empty.With("pain-where", new Answer.Chosen("ribs")));

        Assert.Equal(["rib_pain_severe"], evidence.Observations.Select(o => o.Finding));
    }

    [Fact]
    public void An_answer_about_place_or_time_tells_nothing_of_what_is_in_doubt_or_known()
    {
        var sheet = AnswerSheet
            .Empty.Hear([
                new Observation("numbness", Polarity.Unsure),
                new Observation("chest_pain") { Trend = Trend.Worse },
            ])
            .With("numb-where", new Answer.Chosen("both-legs"))
            .With("same-as-before", new Answer.Yes());

        var evidence = Of(sheet);
        Assert.Equal(Where.Unknown, evidence.Observations.Single(o => o.Finding == "numbness").Where);
        Assert.Equal(When.Unknown, evidence.Observations.Single(o => o.Finding == "chest_pain").When);
    }

    [Fact]
    public void The_currency_of_a_finding_follows_its_time()
    {
        var evidence = Of(AnswerSheet.Empty);
        var o = new Observation("chest_pain");

        Assert.Equal(Currency.Current, evidence.CurrencyOf(o));
        Assert.Equal(Currency.Current, evidence.CurrencyOf(o with { When = When.SinceProcedure }));
        Assert.Equal(Currency.Current, evidence.CurrencyOf(o with { When = When.SinceProcedure, HoursAgo = 48 }));
        Assert.Equal(Currency.Past, evidence.CurrencyOf(o with { When = When.SinceProcedure, HoursAgo = 49 }));
        Assert.Equal(
            Currency.Unchanged,
            evidence.CurrencyOf(o with { When = When.BeforeProcedure, Trend = Trend.Same })
        );
        Assert.Equal(
            Currency.Current,
            evidence.CurrencyOf(o with { When = When.BeforeProcedure, Trend = Trend.Worse })
        );
        Assert.Equal(Currency.Unclear, evidence.CurrencyOf(o with { Trend = Trend.Same }));
        Assert.Equal(Currency.Current, evidence.CurrencyOf(o with { Trend = Trend.Same, When = When.Now }));
        Assert.Equal(Currency.Current, evidence.CurrencyOf(new Observation("cough") { Trend = Trend.Same }));
        Assert.Null(evidence.CurrencyOf(o with { When = When.BeforeProcedure }));
        Assert.Null(evidence.CurrencyOf(o with { When = When.Hypothetical, Trend = Trend.Same }));
    }

    [Fact]
    public void Readings_come_from_answers_and_from_the_patients_own_words()
    {
        var heard = new Observation("temperature") { Celsius = 37.1m };
        var sheet = AnswerSheet
            .Empty.With("temperature", new Answer.Temperature(38.2m))
            .Hear([
                heard,
                heard with
                {
                    Celsius = 41m,
                    Who = Who.Other,
                },
                heard with
                {
                    Celsius = 40m,
                    When = When.Hypothetical,
                },
                heard with
                {
                    Celsius = 39m,
                    When = When.BeforeProcedure,
                },
            ]);

        Assert.Equal<decimal>([38.2m, 37.1m], Of(sheet).Temperatures);
    }

    private static Polarity ChestPain(AnswerSheet sheet) =>
        Of(sheet).Observations.Single(o => o is { Finding: "chest_pain", Question: null }).Polarity;

    private static Polarity Redness(AnswerSheet sheet) =>
        Of(sheet).Observations.Single(o => o is { Finding: "redness", Question: null }).Polarity;

    private static Evidence Of(AnswerSheet sheet) => Evidence.Of(Shipped.Kyphoplasty, sheet);
}
