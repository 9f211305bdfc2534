using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Tests.Routing;

/// <summary>"Not sure", unread replies and doubt in free text: never a no.</summary>
public sealed class DoubtTests
{
    public static TheoryData<string, string> AskedAgain { get; } =
        new()
        {
            { "chest_pain", "red-flags-1-sure" },
            { "shortness_of_breath", "red-flags-1-sure" },
            { "fainting", "red-flags-1-sure" },
            { "confusion", "red-flags-1-sure" },
            { "face_droop", "red-flags-1-sure" },
            { "seizure", "red-flags-1-sure" },
            { "allergic_reaction", "red-flags-1-sure" },
            { "weakness", "red-flags-2-sure" },
            { "paralysis", "red-flags-2-sure" },
            { "saddle_numbness", "red-flags-2-sure" },
            { "bladder_bowel", "red-flags-2-sure" },
            { "heavy_bleeding", "red-flags-2-sure" },
            { "coughing_blood", "red-flags-2-sure" },
            { "vomiting_blood", "red-flags-2-sure" },
            { "overdose", "overdose-sure" },
        };

    [Theory]
    [MemberData(nameof(AskedAgain))]
    public void Doubt_about_an_emergency_sign_is_asked_and_only_a_no_settles_it(string finding, string question)
    {
        var doubt = new Observation(finding, Polarity.Unsure);

        Routes.Expect("selfcare", CheckIn.AllClear.Say(doubt).Play());
        Routes.Expect("emergency", CheckIn.AllClear.Say(doubt).Yes(question).Play());
        Routes.Expect("callback 1h", CheckIn.AllClear.Say(doubt).Unsure(question).Play());
        Routes.Expect("callback 1h", CheckIn.AllClear.Say(doubt).NotRead(question).Play());
    }

    [Theory]
    [MemberData(nameof(AskedAgain))]
    public void Doubt_that_comes_after_the_list_is_asked_all_the_same(string finding, string question)
    {
        var late = CheckIn.AllClear.SayAt("other-symptoms", new Observation(finding, Polarity.Unsure)).Unsure(question);

        Routes.Expect("callback 1h", late.Play());
        Assert.True(late.Asked.IndexOf(question) > late.Asked.IndexOf("other-symptoms"));
    }

    [Fact]
    public void A_second_doubt_is_asked_again_although_the_first_was_settled()
    {
        var twice = CheckIn
            .AllClear.Say(new Observation("chest_pain", Polarity.Unsure))
            .SayAt("incision", new Observation("fainting", Polarity.Unsure));

        Routes.Expect("selfcare", twice.Play());
        Assert.Equal(2, twice.Asked.Count(id => id == "red-flags-1-sure"));
    }

    [Fact]
    public void Doubt_in_the_very_reply_that_says_no_stays_doubt()
    {
        var checkIn = CheckIn
            .AllClear.Unsure("red-flags-1")
            .SayAt("red-flags-1-sure", new Observation("fainting", Polarity.Unsure));

        Routes.Expect("callback 1h", checkIn.Play());
        var again = CheckIn
            .AllClear.Say(new Observation("fainting", Polarity.Unsure))
            .SayAt("red-flags-1-sure", new Observation("fainting", Polarity.Unsure));
        Routes.Expect("callback 1h", again.Play());
    }

    [Fact]
    public void Words_beside_the_answer_to_where_do_not_ask_it_again()
    {
        var checkIn = CheckIn
            .AllClear.Tick("other-symptoms", "numb")
            .Choose("numb-where", "at-the-cut")
            .SayAt("numb-where", new Observation("numbness"));

        Routes.Expect("callback 4h", checkIn.Play());
        Assert.Single(checkIn.Asked, "numb-where");
    }

    [Theory]
    [InlineData("redness", "callback 4h")]
    [InlineData("discharge", "callback 4h")]
    [InlineData("bleeding", "callback 4h")]
    [InlineData("cough", "callback 4h")]
    [InlineData("numbness", "callback 1h")]
    [InlineData("rash", "callback 1h")]
    [InlineData("leg_swelling", "callback 1h")]
    [InlineData("back_pain_severe", "callback 1h")]
    [InlineData("fever", "callback 1h")]
    public void Doubt_about_another_finding_is_settled_by_its_question_or_counts_as_the_finding(
        string finding,
        string route
    )
    {
        var doubt = new Observation(finding, Polarity.Unsure);
        var question = Shipped.Kyphoplasty.Questions.First(q =>
            q.Stakes == Stakes.Callback && q.SettlesDoubt.Contains(finding)
        );

        Routes.Expect("selfcare", CheckIn.AllClear.Say(doubt).Play());
        Routes.Expect(route, CheckIn.AllClear.SayAt(question.Id, doubt).Play());
    }

    public static TheoryData<string> EmergencyQuestions { get; } =
    [.. Shipped.Kyphoplasty.Questions.Where(q => q.Stakes == Stakes.Emergency).Select(q => q.Id)];

    [Theory]
    [MemberData(nameof(EmergencyQuestions))]
    public void An_emergency_question_without_an_answer_is_one_hour_even_beside_a_milder_finding(string id)
    {
        var question = Shipped.Kyphoplasty.Find(id)!;
        foreach (Answer answer in (Answer[])[new Answer.Unsure(), new Answer.NotRead()])
        {
            var sheet = AnswerSheet.Empty.Hear([new Observation("redness")]).With(id, answer);
            sheet = question.Rephrase is { } rephrase ? sheet.With(rephrase, answer) : sheet;

            Routes.Expect("callback 1h", Triage.Assess(Shipped.Kyphoplasty, sheet));
        }
    }

    public static TheoryData<string> AllQuestions { get; } = [.. Shipped.Kyphoplasty.Questions.Select(q => q.Id)];

    [Theory]
    [MemberData(nameof(AllQuestions))]
    public void No_question_left_unsure_or_unread_ends_in_self_care(string id)
    {
        foreach (Answer answer in (Answer[])[new Answer.Unsure(), new Answer.NotRead()])
        {
            var sheet = AnswerSheet.Empty;
            foreach (var question in Shipped.Kyphoplasty.Questions.Where(q => q.Rephrase is null || q.Id != id))
            {
                sheet = question.Kind switch
                {
                    QuestionKind.YesNo => sheet.With(question.Id, new Answer.No()),
                    QuestionKind.AnyOf => sheet.With(question.Id, new Answer.Selected([])),
                    QuestionKind.Temperature => sheet.With(question.Id, new Answer.Temperature(36.8m)),
                    QuestionKind.Scale => sheet.With(question.Id, new Answer.Scale(1)),
                    QuestionKind.Choice => sheet.With(question.Id, new Answer.Chosen(question.Options[^1].Id)),
                    _ => sheet.With(question.Id, new Answer.Words("fine")),
                };
            }

            sheet = sheet.With(id, answer);
            sheet = Shipped.Kyphoplasty.Find(id)!.Rephrase is { } rephrase ? sheet.With(rephrase, answer) : sheet;
            var assessment = Triage.Assess(Shipped.Kyphoplasty, sheet);

            Assert.Null(assessment.Next);
            Assert.NotEqual("selfcare", Routes.Of(assessment.Disposition));
        }
    }
}
