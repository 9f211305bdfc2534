using System.Net;

namespace TriageBot.BotFramework;

public partial class ActivityHandler
{
    /// <summary>Thrown while an invoke is handled, to answer it with a status other than 200.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode statusCode = HttpStatusCode.InternalServerError;
        private readonly object? body;

        public InvokeResponseException() { }

        public InvokeResponseException(HttpStatusCode statusCode, object? body = null)
        {
            this.statusCode = statusCode;
            this.body = body;
        }

        public InvokeResponseException(string message)
            : base(message) { }

        public InvokeResponseException(string message, Exception innerException)
            : base(message, innerException) { }

        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)statusCode, Body = body };
    }
}
