namespace TriageBot.Browser.Tests.Support;

/// <summary>A test in Chromium, with packages of tests/clients; skipped where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = NodeClient.WhatIsMissing ?? WhatIsMissing;

    internal static string? WhatIsMissing =>
        File.Exists(Chromium.Executable) ? null : "Chromium is not installed: ./test installs it";
}

/// <inheritdoc cref="ChromiumFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = NodeClient.WhatIsMissing ?? ChromiumFactAttribute.WhatIsMissing;
}

/// <summary>A test with a client from tests/clients; skipped where its packages are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClientTheoryAttribute : TheoryAttribute
{
    public ClientTheoryAttribute() => Skip = NodeClient.WhatIsMissing;
}
