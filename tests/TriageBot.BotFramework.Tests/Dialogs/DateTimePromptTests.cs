using TriageBot.BotFramework.Dialogs;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class DateTimePromptTests
{
    // A Tuesday.
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 11, 0, 0, TimeSpan.FromHours(-5));

    [Theory]
    [InlineData("2026-04-01", "2026-04-01", "2026-04-01")]
    [InlineData("12/24/2026 please", "2026-12-24", "2026-12-24")]
    [InlineData("5 December 2018", "2018-12-05", "2018-12-05")]
    [InlineData("the 5th of December, 2018", "2018-12-05", "2018-12-05")]
    [InlineData("March 9th", "XXXX-03-09", "2026-03-09|2027-03-09")]
    [InlineData("March 10", "XXXX-03-10", "2025-03-10|2026-03-10")]
    [InlineData("February 29", "XXXX-02-29", "2024-02-29|2028-02-29")]
    [InlineData("on Wednesday", "XXXX-WXX-3", "2026-03-04|2026-03-11")]
    [InlineData("Tuesday", "XXXX-WXX-2", "2026-03-03|2026-03-10")]
    [InlineData("the day after tomorrow", "2026-03-12", "2026-03-12")]
    [InlineData("Yesterday", "2026-03-09", "2026-03-09")]
    public Task English_days_are_read(string answer, string timex, string values) => IsRead(answer, timex, values);

    [Theory]
    [InlineData("4 pm", "T16", "16:00:00")]
    [InlineData("12 a.m.", "T00", "00:00:00")]
    [InlineData("16:30", "T16:30", "16:30:00")]
    [InlineData("at 4", "T04", "04:00:00|16:00:00")]
    [InlineData("4 o’clock", "T04", "04:00:00|16:00:00")]
    [InlineData("around noon", "T12", "12:00:00")]
    [InlineData("tomorrow at 9am", "2026-03-11T09", "2026-03-11 09:00:00")]
    [InlineData("2026-04-01 16:30", "2026-04-01T16:30", "2026-04-01 16:30:00")]
    [InlineData(
        "Wednesday 4 oclock",
        "XXXX-WXX-3T04",
        "2026-03-04 04:00:00|2026-03-11 04:00:00|2026-03-04 16:00:00|2026-03-11 16:00:00"
    )]
    public Task English_times_are_read(string answer, string timex, string values) => IsRead(answer, timex, values);

    [Theory]
    [InlineData("el 5 de mayo", "XXXX-05-05", "2025-05-05|2026-05-05")]
    [InlineData("5/4/2026", "2026-04-05", "2026-04-05")]
    [InlineData("el miércoles por la mañana", "XXXX-WXX-3", "2026-03-04|2026-03-11")]
    [InlineData("mañana a las 4 de la tarde", "2026-03-11T16", "2026-03-11 16:00:00")]
    [InlineData("a las 8:15 de la mañana", "T08:15", "08:15:00")]
    [InlineData("hoy a mediodía", "2026-03-10T12", "2026-03-10 12:00:00")]
    public Task Spanish_days_and_times_are_read(string answer, string timex, string values) =>
        IsRead(answer, timex, values, Culture.Spanish);

    [Theory]
    [InlineData("hello again")]
    [InlineData("42")]
    [InlineData("I may come")]
    [InlineData("2026-13-01")]
    [InlineData("30 February")]
    [InlineData("25:00")]
    [InlineData("13 pm")]
    [InlineData("٣:٣٠")]
    public async Task What_is_no_day_and_no_time_is_asked_for_again(string answer)
    {
        Assert.Null((await Ask(answer, null)).Result);
    }

    [Fact]
    public async Task A_day_that_a_dialog_keeps_comes_back_from_storage()
    {
        var dialog = new ComponentDialog("root")
            .AddDialog(
                new WaterfallDialog(
                    "w",
                    [
                        (step, stop) => step.PromptAsync("when", Talk.Asking("When?"), stop),
                        (step, stop) =>
                        {
                            step.Values["when"] = ((IList<DateTimeResolution>)step.Result!)[0];
                            return Task.FromResult(Dialog.EndOfTurn);
                        },
                        (step, stop) => step.EndDialogAsync(((DateTimeResolution)step.Values["when"]).Value, stop),
                    ]
                )
            )
            .AddDialog(new DateTimePrompt("when"));
        var talk = new Talk(dialog);

        await talk.SayAsync("hi");
        await talk.SayAsync("2026-04-01");
        await talk.SayAsync("and?");

        Assert.Equal("2026-04-01", talk.Outcome.Result);
    }

    private static async Task IsRead(string answer, string timex, string values, string? locale = null)
    {
        var resolutions = Assert.IsType<IList<DateTimeResolution>>(
            (await Ask(answer, locale)).Result,
            exactMatch: false
        );

        Assert.Equal(timex, resolutions[0].Timex);
        Assert.Equal(values, string.Join('|', resolutions.Select(resolution => resolution.Value)));
    }

    private static async Task<DialogTurnResult> Ask(string answer, string? locale)
    {
        var talk = new Talk(new DateTimePrompt("when"), Talk.Asking("When?"));
        await talk.SayAsync("hi");
        await talk.SendAsync(
            new Activity(ActivityTypes.Message)
            {
                Text = answer,
                Locale = locale,
                LocalTimestamp = Now,
            }
        );
        return talk.Outcome;
    }
}
